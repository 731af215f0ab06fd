/**
 * The demonstration: {@link whybroke.server.demo.DemoPlan} makes up three months of builds out of the rule library's own
 * samples, {@link whybroke.server.demo.Demo} sends them as GitHub would, {@link whybroke.server.demo.GitHubStub} serves
 * their logs. The stub serves end-to-end tests too. Nothing here runs in an installation without {@code --demo}.
 */
package whybroke.server.demo;
