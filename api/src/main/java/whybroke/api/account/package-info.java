/** Who asks: tokens, sessions, scopes, and the {@link whybroke.api.account.Viewer} that every query takes. */
package whybroke.api.account;
