package io.pulseline.pipeline.tier;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads a limit from the settings; public because the configuration makes one of its own. */
public final class MonthlyLimitConverter implements Converter<MonthlyLimit> {
    private static final long serialVersionUID = 1L;

    @Override
    public MonthlyLimit convert(String text) {
        return MonthlyLimit.of(text);
    }
}
