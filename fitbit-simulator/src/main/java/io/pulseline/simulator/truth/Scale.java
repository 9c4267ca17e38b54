package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The weights of a life: some people have a scale, some type, most do neither. */
final class Scale {
    private final LifePlan life;
    private final List<WeightLog> weights = new ArrayList<>();

    Scale(LifePlan life, Function<LocalDate, DayPlan> plans) {
        this.life = life;
        int habit = Seeds.random(life.user().seed(), 71).nextInt(10);
        if (habit < 6) {
            LocalDate date = life.beginDate();
            while (!date.isAfter(life.lastDate())) {
                weigh(plans.apply(date), habit < 3);
                date = date.plusDays(1);
            }
        }
    }

    List<WeightLog> weights() {
        return weights;
    }

    private void weigh(DayPlan day, boolean hasScale) {
        SplittableRandom random = Seeds.random(life.user().seed(), 72, day.date().toEpochDay());
        if (random.nextInt(4) > 0) {
            return;
        }
        Instant morning =
                life.whereabouts().at(day.date().atTime(8, 10)).plusSeconds(random.nextInt(3600));
        Instant night = life.whereabouts().at(day.date().atTime(23, 59, 59));
        if (morning.isBefore(life.begin()) || morning.isAfter(life.end())) {
            return;
        }
        Body body = life.user().body();
        double kilograms = Math.round(body.weightKilograms() * 10 + random.nextInt(-9, 10)) / 10.0;
        double metres = body.heightCentimetres() / 100.0;
        weights.add(
                new WeightLog(
                        day.date(),
                        hasScale ? morning : night,
                        morning,
                        kilograms,
                        Math.round(kilograms / metres / metres * 100) / 100.0,
                        hasScale ? Double.valueOf(random.nextInt(150, 290) / 10.0) : null,
                        hasScale ? "Aria" : WeightLog.TYPED));
    }
}
