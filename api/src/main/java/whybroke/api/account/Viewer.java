package whybroke.api.account;

import java.util.Set;

/**
 * Who asks, and so what they may see. Every query takes one: an administrator sees all repositories, everybody else
 * those open to everyone and those of their teams. A repository that no team owns yet is the administrators' alone.
 *
 * @param who a name for the ledger and the audit log
 * @param teams ids of the teams they belong to
 * @param scopes what they may do
 */
public record Viewer(String who, Set<Long> teams, Set<Scope> scopes) {
    public Viewer {
        teams = Set.copyOf(teams);
        scopes = Set.copyOf(scopes);
    }

    public boolean admin() {
        return scopes.contains(Scope.ADMIN);
    }

    public boolean may(Scope scope) {
        return admin() || scopes.contains(scope);
    }
}
