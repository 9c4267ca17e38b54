package io.pulseline.simulator.fit;

import static java.util.Map.entry;

import java.util.Map;

/** Names of FIT's profile for the numbers of sports (fact sheet section 2.3), in upper case. */
final class FitSports {
    private static final Map<Integer, String> SPORTS =
            Map.ofEntries(
                    entry(0, "GENERIC"),
                    entry(1, "RUNNING"),
                    entry(2, "CYCLING"),
                    entry(4, "FITNESS_EQUIPMENT"),
                    entry(5, "SWIMMING"),
                    entry(6, "BASKETBALL"),
                    entry(7, "SOCCER"),
                    entry(8, "TENNIS"),
                    entry(10, "TRAINING"),
                    entry(11, "WALKING"),
                    entry(12, "CROSS_COUNTRY_SKIING"),
                    entry(13, "ALPINE_SKIING"),
                    entry(14, "SNOWBOARDING"),
                    entry(15, "ROWING"),
                    entry(17, "HIKING"),
                    entry(19, "PADDLING"),
                    entry(21, "E_BIKING"),
                    entry(25, "GOLF"),
                    entry(30, "INLINE_SKATING"),
                    entry(31, "ROCK_CLIMBING"),
                    entry(32, "SAILING"),
                    entry(33, "ICE_SKATING"),
                    entry(35, "SNOWSHOEING"),
                    entry(37, "STAND_UP_PADDLEBOARDING"),
                    entry(38, "SURFING"),
                    entry(41, "KAYAKING"),
                    entry(43, "WINDSURFING"),
                    entry(44, "KITESURFING"),
                    entry(47, "BOXING"),
                    entry(62, "HIIT"),
                    entry(64, "RACKET"),
                    entry(67, "MEDITATION"));

    private static final Map<Integer, String> SUB_SPORTS =
            Map.ofEntries(
                    entry(0, "GENERIC"),
                    entry(1, "TREADMILL"),
                    entry(3, "TRAIL"),
                    entry(4, "TRACK"),
                    entry(5, "SPIN"),
                    entry(6, "INDOOR_CYCLING"),
                    entry(8, "MOUNTAIN"),
                    entry(14, "INDOOR_ROWING"),
                    entry(15, "ELLIPTICAL"),
                    entry(16, "STAIR_CLIMBING"),
                    entry(17, "LAP_SWIMMING"),
                    entry(18, "OPEN_WATER"),
                    entry(19, "FLEXIBILITY_TRAINING"),
                    entry(20, "STRENGTH_TRAINING"),
                    entry(26, "CARDIO_TRAINING"),
                    entry(27, "INDOOR_WALKING"),
                    entry(43, "YOGA"),
                    entry(44, "PILATES"),
                    entry(45, "INDOOR_RUNNING"),
                    entry(46, "GRAVEL_CYCLING"),
                    entry(47, "E_BIKE_MOUNTAIN"),
                    entry(58, "VIRTUAL_ACTIVITY"),
                    entry(70, "HIIT"));

    private FitSports() {}

    static String sport(int number) {
        return SPORTS.getOrDefault(number, "SPORT_" + number);
    }

    static String subSport(int number) {
        return SUB_SPORTS.getOrDefault(number, "SUB_SPORT_" + number);
    }
}
