// Pages work without any of this; each module makes one thing livelier where the page has it.

import { choose } from "./choose.js";
import { copy } from "./copy.js";
import { focal } from "./focal.js";
import { jobs } from "./jobs.js";
import { lightbox } from "./lightbox.js";
import { marks } from "./marks.js";
import { retitle } from "./retitle.js";
import { scroll } from "./scroll.js";
import { suggest } from "./suggest.js";
import { travel } from "./travel.js";
import { upload } from "./upload.js";

document.documentElement.classList.add("scripts");
for (const start of [travel, lightbox, marks, retitle, copy, suggest, scroll, choose, upload, focal, jobs]) start();
