package io.pulseline.pipeline.dashboard.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.dashboard.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pipelines to begin with; what only the user knows is left out of them. */
final class Recipes {
    private static final String FILE = "/recipes/recipes.json";

    private static final List<Recipe> ALL = read();

    private Recipes() {}

    /**
     * One of them.
     *
     * @param pipeline as it is sent to the API, where it may lack addresses and secrets
     */
    public record Recipe(String id, String title, String description, JsonNode pipeline) {}

    /** In the order in which people are shown them. */
    static List<Recipe> all() {
        return ALL;
    }

    static Optional<Recipe> byId(String id) {
        return ALL.stream().filter(recipe -> recipe.id().equals(id)).findFirst();
    }

    private static List<Recipe> read() {
        try (InputStream in = Recipes.class.getResourceAsStream(FILE)) {
            List<Recipe> recipes = new ArrayList<>();
            for (JsonNode recipe : new ObjectMapper().readTree(in)) {
                String id = recipe.path("id").asText();
                recipes.add(
                        new Recipe(
                                id,
                                recipe.path("pipeline").path("name").asText(),
                                Texts.say("pipelines_recipe_" + id),
                                recipe.path("pipeline")));
            }
            return List.copyOf(recipes);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
