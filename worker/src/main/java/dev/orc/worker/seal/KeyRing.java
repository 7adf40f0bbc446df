package dev.orc.worker.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a host: one seals, all open. Immutable.
 *
 * @param seals the id of the one that seals
 */
record KeyRing(String seals, List<SealingKey> keys) {
  KeyRing {
    keys = keys == null ? List.of() : List.copyOf(keys);
  }

  static KeyRing of(SealingKey key) {
    return new KeyRing(key.id(), List.of(key));
  }

  /** Whether it is of use: every key whole, and the one that seals among them. */
  boolean whole() {
    return find(seals).isPresent() && keys.stream().allMatch(SealingKey::whole);
  }

  SealingKey sealing() {
    return find(seals).orElseThrow();
  }

  Optional<SealingKey> find(String id) {
    return keys.stream().filter(key -> key.id() != null && key.id().equals(id)).findFirst();
  }

  /** With that key too; the one that sealed goes on sealing. */
  KeyRing with(SealingKey key) {
    if (find(key.id()).isPresent()) {
      return this;
    }
    List<SealingKey> more = new ArrayList<>(keys);
    more.add(key);
    return new KeyRing(seals, more);
  }

  /** The same keys, with that one to seal. */
  KeyRing sealingWith(String id) {
    return new KeyRing(id, keys);
  }
}
