package dev.weakspot.bench;

import java.util.List;

/** Something that is measured. */
interface Benchmark {

    /** The word by which one asks for it; its figures' names begin with it. */
    String name();

    /** What is measured, as half a sentence. */
    String question();

    /** Measures, and leaves nothing running. */
    List<Figure> measure(Bench.Conditions conditions) throws Exception;
}
