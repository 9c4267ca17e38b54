package io.pulseline.pipeline.target.archive;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.pipeline.setting.Word;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.file.ActivityFit;
import io.pulseline.pipeline.target.file.ActivityGpx;
import io.pulseline.pipeline.target.file.ActivityTcx;
import io.pulseline.pipeline.target.file.RecordFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the file of an activity is. */
enum ActivityFormat implements Word {
    FIT("fit"),
    TCX("tcx"),
    GPX("gpx"),
    JSON("json");

    private final String word;

    ActivityFormat(String word) {
        this.word = word;
    }

    /** Also the ending of the file's name. */
    @Override
    public String word() {
        return word;
    }

    /** The file, or why there is none in this format. */
    Content write(BoostedActivity boosted) {
        Activity activity = boosted.getActivity();
        List<Boost> boosts = boosted.getBoosts();
        return switch (this) {
            case FIT ->
                    unless(
                            ActivityFit.obstacle(activity),
                            () -> ActivityFit.write(activity, boosts));
            case TCX ->
                    unless(
                            ActivityTcx.obstacle(activity),
                            () -> ActivityTcx.write(activity, boosts));
            case GPX -> unless(ActivityGpx.obstacle(activity), () -> ActivityGpx.write(activity));
            case JSON -> new Content.Bytes(RecordFile.json(activity, boosts));
        };
    }

    private Content unless(Optional<String> obstacle, Supplier<byte[]> file) {
        return obstacle.<Content>map(reason -> new Content.None("no " + word + " file: " + reason))
                .orElseGet(() -> new Content.Bytes(file.get()));
    }
}
