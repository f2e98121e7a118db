package org.huimages.webapp.api;

import tools.jackson.databind.JsonNode;

/// What a call is answered with.
record Reply(int status, JsonNode body) {}
