package org.huimages.original;

import org.huimages.testkit.OriginalStoreContract;

class MemoryOriginalStoreTest extends OriginalStoreContract {
    @Override
    protected OriginalStore open() {
        return new MemoryOriginalStore();
    }
}
