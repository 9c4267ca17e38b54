package io.pulseline.pipeline.upload.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.json.RecordJson;

/** Where every reader begins: an activity in which each field has its default. */
final class BlankActivity {
    private BlankActivity() {}

    /**
     * An activity of that key.
     *
     * @param measured whether the file holds what only a sensor knows; else nobody tells how it
     *     came to be
     */
    static Activity of(String thingKey, boolean measured) {
        Activity blank = RecordJson.read(JsonNodeFactory.instance.objectNode(), Activity.class);
        blank.setThingKey(thingKey);
        blank.getProvenance().setProvider(OpenSets.Provider.FILE);
        blank.getProvenance().setProviderRecordId(ThingKeys.withoutProvider(thingKey));
        blank.getProvenance().setRecordingMethod(measured ? RecordingMethod.SENSED : null);
        return blank;
    }
}
