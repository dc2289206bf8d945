package dev.weakspot.model.quality;

/**
 * How good a set of predictions was.
 *
 * @param predictions how many; when none, the other numbers are those of a coin
 * @param auc chance that a success was predicted higher than a failure; .5 when there were only successes or only failures
 * @param logLoss mean surprise in nats
 * @param brier mean squared distance of the prediction from what happened
 * @param ece expected calibration error: how far the predicted share of successes is from the true one, over 15 bins
 * @param baseRate share of successes
 */
public record Quality(long predictions, double auc, double logLoss, double brier, double ece, double baseRate) {}
