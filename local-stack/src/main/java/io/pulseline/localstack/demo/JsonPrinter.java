package io.pulseline.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;

/** One JSON object per ended step, one line each, and a last one with the result. */
final class JsonPrinter implements StepPrinter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    JsonPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begins(int number, String name) {
        // A machine reads the end of a step; its beginning says nothing more.
    }

    @Override
    public void ended(Step step) {
        ObjectNode line = JSON.createObjectNode();
        line.put("step", step.number());
        line.put("name", step.name());
        line.put("passed", step.passed());
        line.put("elapsedMilliseconds", step.elapsed().toMillis());
        line.put("detail", step.detail());
        print(line);
    }

    @Override
    public void summary(List<Step> steps, List<TargetLine> targets, List<String> remarks) {
        ObjectNode line = JSON.createObjectNode();
        line.put("passed", steps.stream().allMatch(Step::passed));
        line.put("steps", steps.size());
        ArrayNode arrived = line.putArray("targets");
        for (TargetLine target : targets) {
            arrived.addObject()
                    .put("target", target.target())
                    .put("what", target.what())
                    .put("has", target.has())
                    .put("afterMilliseconds", target.after().toMillis());
        }
        remarks.forEach(line.putArray("remarks")::add);
        print(line);
    }

    private void print(ObjectNode line) {
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }
}
