package whybroke.ingest.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import whybroke.ingest.download.LogDownload;
import whybroke.ingest.sender.Secrets;

/** The CI systems we understand, by name. */
@ApplicationScoped
public class Providers {
    private final List<Provider> all;

    @Inject
    public Providers(LogDownload download, Secrets secrets, Clock clock) {
        all = List.of(
                new GitHubActions(new GitHubLog(download, secrets, clock)),
                new GenericJson(new GenericLog(download, secrets, clock)));
    }

    public Optional<Provider> find(String name) {
        return all.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
