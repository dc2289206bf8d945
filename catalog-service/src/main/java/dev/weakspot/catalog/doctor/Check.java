package dev.weakspot.catalog.doctor;

import java.util.List;

/** One thing the doctor looks for. Pure: the same bank always has the same findings, in the same order. */
@FunctionalInterface
interface Check {

    List<Finding> examine(ExaminedBank bank);
}
