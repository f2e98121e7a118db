package org.huimages.level;

import org.huimages.testkit.LevelStoreContract;

class MemoryLevelStoreTest extends LevelStoreContract {
    @Override
    protected LevelStore open() {
        return new MemoryLevelStore();
    }
}
