package dev.weakspot.cli.evaluate;

import com.sun.management.ThreadMXBean;
import dev.weakspot.model.evaluation.Meter;
import java.lang.management.ManagementFactory;

/** Measures the thread that asks: what other programs do meanwhile does not count. */
final class ThreadMeter implements Meter {

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Override
    public long nanoseconds() {
        return thread.getCurrentThreadCpuTime();
    }

    @Override
    public long bytes() {
        return thread.getCurrentThreadAllocatedBytes();
    }
}
