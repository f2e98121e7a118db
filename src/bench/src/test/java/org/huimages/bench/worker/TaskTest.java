package org.huimages.bench.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class TaskTest {
    @Test
    void aLineIsATask() {
        Task expected = new Task(
                Path.of("/a source.jpg"),
                Path.of("/target.jpeg"),
                new Size.Exact(75, 74),
                new Dimensions(113, 74),
                new Dimensions(75, 74),
                9);
        assertEquals(expected, Task.parse("/a source.jpg\t/target.jpeg\t75x74!\t113\t74\t19\t0\t75\t74\t9"));
    }
}
