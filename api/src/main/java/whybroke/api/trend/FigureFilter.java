package whybroke.api.trend;

/** @param repository full name, null for all that the viewer may see */
public record FigureFilter(String repository) {
    public static final FigureFilter ALL = new FigureFilter(null);
}
