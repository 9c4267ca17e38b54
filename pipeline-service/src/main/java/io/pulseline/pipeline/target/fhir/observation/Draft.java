package io.pulseline.pipeline.target.fhir.observation;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** An Observation on its way to be finished. */
final class Draft {
    private static final String CATEGORIES =
            "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String PHYSICAL_ACTIVITY =
            "http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes";
    private static final String DEVICE = "device";

    private final Observation observation;
    private final boolean withProfile;

    /**
     * @param withProfile whether a profile that is kept may be named
     */
    Draft(Observation observation, boolean withProfile) {
        this.observation = observation;
        this.withProfile = withProfile;
    }

    Draft vitalSign() {
        return category(CATEGORIES, "vital-signs", "Vital Signs");
    }

    Draft activity() {
        return category(CATEGORIES, "activity", "Activity");
    }

    /** An activity by the guide for physical activity, which wants both categories. */
    Draft physicalActivity() {
        return activity().category(PHYSICAL_ACTIVITY, "PhysicalActivity", "Physical Activity");
    }

    /** Code by which that guide knows the panel of an activity. */
    static Coding panel() {
        return new Coding(PHYSICAL_ACTIVITY, "PAPanel", null);
    }

    /** A vital sign of that profile, which only one with a quantity keeps. */
    Draft vitalSign(UsCoreProfile profile) {
        if (withProfile) {
            observation.getMeta().addProfile(profile.url());
        }
        return vitalSign();
    }

    /** When it was measured: a dateTime or a Period. */
    Draft at(Type time) {
        observation.setEffective(time);
        return this;
    }

    /**
     * The device that measured, in place of any other.
     *
     * @param name as the source names it; null or blank if it is not known
     */
    Draft device(@Nullable String name) {
        observation.getContained().removeIf(Device.class::isInstance);
        observation.setDevice(null);
        if (name != null && !name.isBlank()) {
            Device device = new Device();
            device.setId(DEVICE);
            device.addDeviceName().setName(name).setType(DeviceNameType.USERFRIENDLYNAME);
            observation.addContained(device);
            observation.setDevice(new Reference("#" + DEVICE));
        }
        return this;
    }

    /** One more value beside the first; nothing where it was not measured. */
    Draft component(@Nullable Number value, Unit unit, String text, Coding coding) {
        return quantity(value, unit)
                .map(quantity -> component(quantity, text, coding))
                .orElse(this);
    }

    Draft component(Type value, String text, Coding coding) {
        observation.addComponent().setCode(Sheet.concept(text, coding)).setValue(value);
        return this;
    }

    Draft member(String name) {
        observation.addHasMember(new Reference("urn:uuid:" + name));
        return this;
    }

    /** The Observation; empty where nothing was measured, for absent is never 0. */
    Optional<Observation> finished(@Nullable Number value, Unit unit) {
        Optional<Quantity> quantity = quantity(value, unit);
        if (quantity.isPresent()) {
            return Optional.of(finished(quantity.get()));
        }
        return observation.hasComponent() ? Optional.of(narrated()) : Optional.empty();
    }

    Observation finished(Type value) {
        observation.setValue(value);
        return narrated();
    }

    /** A panel, which has members instead of a value. */
    Observation finishedPanel() {
        return narrated();
    }

    private static Optional<Quantity> quantity(@Nullable Number value, Unit unit) {
        return value == null || !Double.isFinite(value.doubleValue())
                ? Optional.empty()
                : Optional.of(unit.of(value.doubleValue()));
    }

    private Draft category(String system, String code, String display) {
        observation.addCategory().addCoding(new Coding(system, code, display));
        return this;
    }

    private Observation narrated() {
        Narration.add(observation);
        return observation;
    }
}
