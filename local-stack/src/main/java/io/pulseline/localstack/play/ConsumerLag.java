package io.pulseline.localstack.play;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** What lies on the topics and was not done yet by the services' consumer groups. */
final class ConsumerLag implements AutoCloseable {
    private final Admin admin;
    private Map<String, Set<TopicPartition>> partitions = Map.of();

    /**
     * @param kafka bootstrap servers
     */
    ConsumerLag(String kafka) {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        this.admin = Admin.create(settings);
    }

    /**
     * Looks which groups read which partitions.
     *
     * @param wanted groups that must be among them
     * @return whether all of those are there and none is still sharing out its partitions
     */
    boolean findGroups(Set<String> wanted) throws ExecutionException, InterruptedException {
        List<String> groups = new ArrayList<>();
        admin.listGroups(ListGroupsOptions.forConsumerGroups())
                .all()
                .get()
                .forEach(group -> groups.add(group.groupId()));
        Map<String, Set<TopicPartition>> found = new TreeMap<>();
        boolean settled = groups.containsAll(wanted);
        for (ConsumerGroupDescription group :
                admin.describeConsumerGroups(groups).all().get().values()) {
            settled &= group.groupState() == GroupState.STABLE;
            Set<TopicPartition> read = new HashSet<>();
            group.members().forEach(member -> read.addAll(member.assignment().topicPartitions()));
            settled &= !read.isEmpty();
            found.put(group.groupId(), read);
        }
        partitions = found;
        return settled;
    }

    /** The groups found and how many records each has to do still: empty, or a text of both. */
    String open() throws ExecutionException, InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> ends = ends();
        var specs = new HashMap<String, ListConsumerGroupOffsetsSpec>();
        partitions.forEach((group, read) ->
                specs.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(read)));
        var committed = admin.listConsumerGroupOffsets(specs).all().get();
        StringBuilder text = new StringBuilder();
        partitions.forEach((group, read) -> {
            long lag = lag(read, ends, committed.getOrDefault(group, Map.of()));
            if (lag > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(lag)
                        .append(" records for consumer group ")
                        .append(group);
            }
        });
        return text.toString();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends()
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions
                .values()
                .forEach(read -> read.forEach(part -> asked.put(part, OffsetSpec.latest())));
        return admin.listOffsets(asked).all().get();
    }

    private static long lag(
            Set<TopicPartition> read,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        long lag = 0;
        for (TopicPartition partition : read) {
            ListOffsetsResultInfo end = ends.get(partition);
            OffsetAndMetadata done = committed.get(partition);
            lag += (end == null ? 0 : end.offset()) - (done == null ? 0 : done.offset());
        }
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }
}
