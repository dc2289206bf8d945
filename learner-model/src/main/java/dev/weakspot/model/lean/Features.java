package dev.weakspot.model.lean;

/** A number for each of some names. Used again and again. */
final class Features<F extends Enum<F>> {

    final double[] values;

    Features(Class<F> names) {
        values = new double[names.getEnumConstants().length];
    }

    @SuppressWarnings("EnumOrdinal") // An EnumMap would make garbage of every number.
    void set(F name, double value) {
        values[name.ordinal()] = value;
    }

    @SuppressWarnings("EnumOrdinal")
    double get(F name) {
        return values[name.ordinal()];
    }
}
