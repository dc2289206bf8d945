package dev.weakspot.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Where a running system is found: {@code running.json} of its data folder. */
public record RunningSystem(long pid, PortPlan ports) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    static RunningSystem fromJson(String json) throws IOException {
        return JSON.readValue(json, RunningSystem.class);
    }
}
