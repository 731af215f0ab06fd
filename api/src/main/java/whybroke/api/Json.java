package whybroke.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;

/**
 * JSON as REST speaks it: snake_case names, constants in lower case with dashes, times in ISO 8601. Records on topics
 * have a mapper of their own, {@link whybroke.ingest.stream.Wire}, and are not touched by this.
 */
@Singleton
public class Json implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.registerModule(
                new SimpleModule("whybroke").addSerializer(new Words()).addSerializer(new Zones()));
    }

    private static final class Words extends StdSerializer<Enum<?>> {
        private static final long serialVersionUID = 1L;

        Words() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static final class Zones extends StdSerializer<ZoneId> {
        private static final long serialVersionUID = 1L;

        Zones() {
            super(ZoneId.class);
        }

        @Override
        public void serialize(ZoneId value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.getId());
        }
    }
}
