package whybroke.ingest.stream;

/** One record's way through a station: tried until done, blamed only when it fails again, alone, with all well. */
public interface Station {
    /**
     * @param station for messages and dead letters, {@code Classify}
     * @param topic where the record came from
     * @param key its key
     * @param value its bytes, kept as they are in a dead letter
     * @param work what to do; may run more than once
     */
    void handle(String station, String topic, String key, byte[] value, Work work);

    /** The work on one record; any exception means "not done". */
    interface Work {
        void run() throws Exception;
    }
}
