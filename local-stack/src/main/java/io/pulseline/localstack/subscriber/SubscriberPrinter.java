package io.pulseline.localstack.subscriber;

/** Tells how a command about the subscriber ended; each command calls exactly one method. */
interface SubscriberPrinter {
    void applied(SubscriberName name, Applied applied);

    void shown(SubscriberName name, KnownSubscriber subscriber);

    /** There is none. */
    void absent(SubscriberName name);

    /**
     * It is not there any more.
     *
     * @param wasThere whether it was until now
     */
    void deleted(SubscriberName name, boolean wasThere);

    void failed(SubscriberException failure);
}
