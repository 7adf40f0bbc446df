package dev.orc.activities.agent.driver;

import dev.orc.activities.agent.channel.PaneStart;
import dev.orc.activities.agent.channel.Wiring;
import dev.orc.workflows.model.HostFolders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one interpreter of driver files. Thread-safe: immutable. */
final class FileDriver implements Driver {
  private final DriverFile file;
  private final Preparation preparation;
  private final ScreenReader screens;
  private final ComposerReader composers;
  private final HookReader hooks;
  private final Usability usability;
  private final HeadlessReader headless;
  private final Marks marks;

  FileDriver(DriverFile file, HostFolders folders) {
    this.file = file;
    LimitReader limits = new LimitReader(file);
    this.preparation = new Preparation(file, new Hooks(folders));
    this.composers = new ComposerReader(file.composer(), file.screen().bottom());
    this.screens = new ScreenReader(file, limits, composers);
    this.hooks = new HookReader(file.hooks(), limits);
    this.usability = new Usability(file);
    this.marks = new Marks(file);
    this.headless = new HeadlessReader(file.headless());
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public PaneStart prepare(StartOrder order) {
    return preparation.prepare(order);
  }

  @Override
  public Wiring wiring(StartOrder order) {
    return preparation.wiring(order);
  }

  @Override
  public boolean namesConversation() {
    return file.conversation().named();
  }

  @Override
  public Optional<List<String>> promptArguments() {
    return Optional.ofNullable(file.conversation().prompt());
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
  public boolean tellsStart() {
    return file.hooks().start();
  }

  @Override
  public boolean receiptsWhenQueued() {
    return file.hooks().receipt() != null && file.hooks().receipt().queued();
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
  public String ending() {
    return file.composer().ending();
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
  public Optional<DialogAnswer> answer(String screen) {
    return screens
        .dialog(screen)
        .filter(dialog -> file.consent().covers(dialog.kind().needs()))
        .flatMap(dialog -> DialogAnswer.to(dialog, file.menu()));
  }

  @Override
  public Optional<ScreenQuestion> question(String screen) {
    return screens
        .dialog(screen)
        .map(
            dialog ->
                new ScreenQuestion(
                    dialog.words(), dialog.marked() < 0 ? List.of() : dialog.options()));
  }

  @Override
  public Optional<DialogAnswer> choose(String screen, int choice) {
    return screens
        .dialog(screen)
        .filter(dialog -> dialog.marked() >= 0 && choice < dialog.options().size())
        .map(dialog -> DialogAnswer.towards(dialog, dialog.words(), choice, file.menu()));
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
  public Set<String> marks() {
    return marks.names();
  }

  @Override
  public Set<String> marksOn(String screen) {
    return marks.on(screen);
  }

  @Override
  public String version() {
    return usability.version();
  }

  @Override
  public Optional<String> unusable() {
    return usability.fault();
  }
}
