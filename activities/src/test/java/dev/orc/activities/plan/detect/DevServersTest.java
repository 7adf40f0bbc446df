package dev.orc.activities.plan.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orc.activities.failure.Refusal;
import dev.orc.workflows.model.SideWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In the tables a tree is {@code file{content} file{content}}; {@code !} makes one executable. */
class DevServersTest {
  private static final String SPRING = "<artifactId>spring-boot-maven-plugin</artifactId>";
  private static final String LOOPBACK = "-Dspring-boot.run.arguments=--server.address=127.0.0.1";

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "package.json{{\"scripts\":{\"start\":\"node .\",\"dev\":\"vite\"}}} | npm run dev | 'dev', no lock",
        "package.json{{\"scripts\":{\"serve\":\"x\",\"start\":\"node .\"}}} package-lock.json{} | npm run start | package-lock.json",
        "package.json{{\"scripts\":{\"serve\":\"ng serve\"}}} pnpm-lock.yaml{} | pnpm run serve | pnpm-lock.yaml",
        "package.json{{\"scripts\":{\"dev\":\"vite\"}}} yarn.lock{} | yarn run dev | yarn.lock",
        "package.json{{\"scripts\":{\"dev\":\"vite\"}}} bun.lockb{} | bun run dev | bun.lockb",
        "package.json{{\"scripts\":{\"dev\":\"vite\"},\"packageManager\":\"pnpm AT 9.1.0\"}} yarn.lock{} | pnpm run dev | packageManager",
        "package.json{{\"scripts\":{\"dev\":\"vite\"},\"packageManager\":\"other AT 1\"}} bun.lock{} | bun run dev | bun.lock",
        "package.json{{\"scripts\":{\"dev\":\"next dev --turbo\"}}} | npm run dev -- -H 127.0.0.1 | 'dev'",
        "package.json{{\"scripts\":{\"dev\":\"next dev\"}}} yarn.lock{} | yarn run dev -H 127.0.0.1 | 'dev'",
        "package.json{{\"scripts\":{\"dev\":\"next dev -H 0.0.0.0\"}}} | npm run dev | 'dev'",
        "pom.xml{SPRING} | mvn spring-boot:run LOOPBACK | pom.xml",
        "pom.xml{SPRING} !mvnw{#!} | ./mvnw spring-boot:run LOOPBACK | pom.xml",
        "pom.xml{SPRING} mvnw{#!} | mvn spring-boot:run LOOPBACK | pom.xml",
        "pom.xml{<artifactId>quarkus-maven-plugin</artifactId>} | mvn quarkus:dev | pom.xml",
        "build.gradle{plugins { id 'org.springframework.boot' version '3' }} !gradlew{} | ./gradlew bootRun --args=--server.address=127.0.0.1 | build.gradle",
        "build.gradle.kts{plugins { id(\"application\") }} | gradle run | build.gradle.kts",
        "build.gradle{apply plugin: 'application'} | gradle run | build.gradle",
        "build.gradle{plugins { id 'io.quarkus' }} | gradle quarkusDev | build.gradle",
        "manage.py{from django.core import x} package.json{{\"scripts\":{\"dev\":\"tailwind\"}}} | python manage.py runserver | manage.py",
        "main.py{from fastapi import FastAPI@app = FastAPI()} | uvicorn main:app --reload | main.py",
        "api/web.py{import fastapi@service: X = fastapi.FastAPI(title=1)} tests/main.py{app = FastAPI()} | uvicorn api.web:service --reload | api/web.py",
        "src/shop/main.py{app = FastAPI()} src/shop/__init__.py{} | uvicorn --app-dir src shop.main:app --reload | src/shop/main.py",
        "shop/__init__.py{app = FastAPI()} | uvicorn shop:app --reload | shop/__init__.py",
        "Gemfile{gem 'rails', '~> 7'} !bin/rails{#!} package.json{{\"scripts\":{\"dev\":\"x\"}}} | bin/rails server | Gemfile",
        "Gemfile{gem \"rails\"} | bundle exec rails server | Gemfile",
        "go.mod{module m} main.go{package main@import \"net/http\"@func main() { http.ListenAndServe(x) }} | go run . | go.mod",
        "go.mod{module m} cmd/a/main.go{package main@func main() {}} cmd/web/main.go{package main@import (@  \"net/http\"@)@var s http.Server} | go run ./cmd/web | cmd/web",
        "Cargo.toml{[dependencies]@serde = \"1\"@axum = \"0.7\"} src/main.rs{} | cargo run | axum",
        "Cargo.toml{[dependencies.actix-web]@version = \"4\"} src/main.rs{} | cargo run | actix-web",
        "Makefile{.PHONY: run@run: build@\tx} | make run | 'run'",
        "Makefile{serve run:@dev::@\tx} | make dev | 'dev'",
      })
  void isFoundFromTheProjectsFiles(String tree, String command, String why) throws IOException {
    plant(tree);
    SideWindow found = DevServers.find(root).orElseThrow();
    assertThat(String.join(" ", found.command())).isEqualTo(command.replace("LOOPBACK", LOOPBACK));
    assertThat(found.why()).contains(why);
    assertThat(found.name()).isEqualTo("server");
    assertThat(found.directory()).isEqualTo(root.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md{hello}",
        "package.json{{\"scripts\":{\"test\":\"jest\",\"dev\":\"  \"}}}",
        "package.json{{ broken}",
        "package.json{[]}",
        "pom.xml{<!-- SPRING --><artifactId>x</artifactId>}",
        "pom.xml{<packaging>pom</packaging>SPRING}",
        "build.gradle{// id 'application'@plugins { id 'java' }}",
        "manage.py{print('mine')}",
        "main.py{# app = FastAPI()}",
        "venv/lib/main.py{app = FastAPI()}",
        "a/b/c/d/main.py{app = FastAPI()}",
        "my-app/main.py{app = FastAPI()}",
        "Gemfile{gem 'rails-i18n'}",
        "go.mod{module m} main.go{package main@import \"fmt\"}",
        "go.mod{module m} main.go{package main@import \"net/http\"@func main() { http.Get(x) }}",
        "go.mod{module m} main.go{package main} main_test.go{package main@import \"net/http\"@ListenAndServe}",
        "main.go{package main@import \"net/http\"@ListenAndServe}",
        "Cargo.toml{[dev-dependencies]@axum = \"1\"} src/main.rs{}",
        "Cargo.toml{[dependencies]@axum = \"1\"} src/lib.rs{}",
        "Makefile{run := x@runner:@\trun: y@rerun: z}",
      })
  void thereIsNoneWhereNothingTellsOfOne(String tree) throws IOException {
    plant(tree);
    assertThat(DevServers.find(root)).isEmpty();
  }

  @Test
  void aWrapperOrManifestOutsideOfTheProjectIsNotThere(@TempDir Path outside) throws IOException {
    plant("pom.xml{SPRING}");
    Path foreign = Files.writeString(outside.resolve("mvnw"), "#!");
    Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(root.resolve("mvnw"), foreign);
    assertThat(DevServers.find(root).orElseThrow().command()).startsWith("mvn");
    Files.writeString(outside.resolve("Gemfile"), "gem 'rails'");
    Files.createSymbolicLink(root.resolve("Gemfile"), outside.resolve("Gemfile"));
    assertThat(DevServers.find(root).orElseThrow().command()).startsWith("mvn");
  }

  @Test
  void aProjectThatIsYetToBeMadeHasNone() {
    assertThat(DevServers.find(root.resolve("new"))).isEmpty();
  }

  @Test
  void aGivenCommandLineIsSplitWithoutAShell() {
    assertThat(DevServers.given(" npm  run 'dev server' \"a b\"c '' $HOME;x ", root))
        .hasValueSatisfying(
            window -> {
              assertThat(window.command())
                  .isEqualTo(List.of("npm", "run", "dev server", "a bc", "", "$HOME;x"));
              assertThat(window.directory()).isEqualTo(root.toString());
              assertThat(window.why()).isEqualTo("given");
            });
    assertThat(DevServers.given("none", root)).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "'npm run", "'' x", "npm\u001b[2J", "a\nb"})
  void whatIsNoCommandLineIsRefused(String line) {
    assertThatThrownBy(() -> DevServers.given(line, root))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.remedy()).contains("--dev-server"));
  }

  private void plant(String tree) throws IOException {
    int at = 0;
    while (at < tree.length()) {
      int open = tree.indexOf('{', at);
      int close = closing(tree, open);
      plant(tree.substring(at, open).strip(), tree.substring(open + 1, close));
      at = close + 1;
    }
  }

  /** Where the braces are even again. */
  private static int closing(String tree, int open) {
    int depth = 0;
    for (int i = open; i < tree.length(); i++) {
      depth += tree.charAt(i) == '{' ? 1 : tree.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tree.length() - 1; // a content with a brace too many
  }

  private void plant(String name, String content) throws IOException {
    Path file = root.resolve(name.startsWith("!") ? name.substring(1) : name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, content.replace("SPRING", SPRING).replace("@", "\n").replace(" AT ", "@"));
    if (name.startsWith("!")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
