package dev.orc.activities.driver;

import dev.orc.workflows.model.HostFolders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The one interpreter of driver files. Thread-safe: immutable. */
final class FileDriver implements Driver {
  private final DriverFile file;
  private final Preparation preparation;
  private final ScreenReader screens;
  private final ComposerReader composers;
  private final HookReader hooks;
  private final Usability usability;
  private final HeadlessReader headless;

  FileDriver(DriverFile file, HostFolders folders) {
    this.file = file;
    LimitReader limits = new LimitReader(file);
    this.preparation = new Preparation(file, new Hooks(folders));
    this.composers = new ComposerReader(file.composer(), file.screen().bottom());
    this.screens = new ScreenReader(file, limits);
    this.hooks = new HookReader(file.hooks(), limits);
    this.usability = new Usability(file);
    this.headless = new HeadlessReader(file.headless());
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public Start prepare(StartOrder order) {
    return preparation.prepare(order);
  }

  @Override
  public Reading read(String screen, Instant now, ZoneId zone) {
    return screens.read(screen, now, zone);
  }

  @Override
  public Optional<Reading> read(HookEvent event, Instant now, ZoneId zone) {
    return hooks.read(event, now, zone);
  }

  @Override
  public boolean confirmsPrompts() {
    return file.hooks().receipt() != null && file.hooks().receipt().certain();
  }

  @Override
  public boolean isReceiptOf(HookEvent event, String messageId) {
    return hooks.isReceiptOf(event, messageId);
  }

  @Override
  public Optional<String> composer(String screen) {
    return composers.read(screen);
  }

  @Override
  public Duration gapBeforeEnter() {
    return file.composer().gap();
  }

  @Override
  public List<String> clearKeys() {
    return file.composer().clear();
  }

  @Override
  public Optional<List<String>> answer(String dialog) {
    return file.dialogs().stream()
        .filter(known -> known.answer() != null && dialog.equals(known.label()))
        .filter(known -> file.consent().covers(known.needs()))
        .map(DriverFile.Dialog::answer)
        .findFirst();
  }

  @Override
  public Optional<HeadlessStart> headless(HeadlessOrder order) {
    return file.headless() == null
        ? Optional.empty()
        : Optional.of(preparation.headless(order, file.headless()));
  }

  @Override
  public Optional<String> headlessAnswer(String printed) {
    return headless.answer(printed);
  }

  @Override
  public Optional<String> unusable() {
    return usability.fault();
  }
}
