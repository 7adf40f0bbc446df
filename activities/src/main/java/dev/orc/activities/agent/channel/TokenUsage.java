package dev.orc.activities.agent.channel;

import java.math.BigDecimal;

/**
 * What a life has used, as its program counts; each part null where the program does not say.
 *
 * @param inputTokens all of this conversation's
 * @param outputTokens all of this conversation's
 * @param dollars all of this conversation's
 * @param contextPercent how full the model's window is
 */
public record TokenUsage(
    Long inputTokens, Long outputTokens, BigDecimal dollars, Double contextPercent) {}
