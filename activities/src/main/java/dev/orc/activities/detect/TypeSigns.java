package dev.orc.activities.detect;

import static dev.orc.activities.detect.ProjectType.CODE_PROJECT;
import static dev.orc.activities.detect.ProjectType.DATA_PIPELINE;
import static dev.orc.activities.detect.ProjectType.INFRASTRUCTURE_AS_CODE;
import static dev.orc.activities.detect.ProjectType.SYSTEM_DEPLOYMENT;
import static dev.orc.activities.detect.ProjectType.WEB_APPLICATION;
import static dev.orc.activities.detect.Sign.file;
import static dev.orc.activities.detect.Sign.files;
import static dev.orc.activities.detect.Sign.spec;
import static dev.orc.activities.detect.Sign.text;

import java.util.List;

/** The signs that types of projects are told by. Immutable. */
final class TypeSigns {
  private static final String PYTHON =
      "{requirements*.txt,pyproject.toml,setup.py,setup.cfg,Pipfile,environment.yml}";
  private static final String YAML = "*.{yaml,yml}";

  static final List<Sign<ProjectType>> TABLE =
      List.of(
          text(
              WEB_APPLICATION,
              0.7,
              "package.json",
              "\"(react|vue|svelte|preact|solid-js|@angular/core|next|nuxt|astro|express|koa"
                  + "|fastify|@nestjs/core|@remix-run/[a-z]+|gatsby|vite)\"",
              "names a web framework"),
          text(
              WEB_APPLICATION,
              0.7,
              PYTHON,
              "\\b(django|flask|fastapi|starlette|tornado|aiohttp|sanic|streamlit)\\b",
              "names a web framework"),
          text(
              WEB_APPLICATION, 0.7, "Gemfile", "\\b(rails|sinatra|hanami)\\b", "names Rails or so"),
          text(
              WEB_APPLICATION,
              0.65,
              "{pom.xml,build.gradle,build.gradle.kts}",
              "spring-boot-starter-web|quarkus-(rest|resteasy)|micronaut-http-server|javalin"
                  + "|jakarta\\.servlet|vaadin",
              "names a web framework"),
          text(
              WEB_APPLICATION,
              0.65,
              "go.mod",
              "gin-gonic/gin|labstack/echo|gofiber/fiber|go-chi/chi|gorilla/mux",
              "names a web framework"),
          text(
              WEB_APPLICATION,
              0.65,
              "Cargo.toml",
              "^(actix-web|axum|rocket|warp|leptos|yew)\\b",
              "names a web framework"),
          text(
              WEB_APPLICATION,
              0.7,
              "composer.json",
              "laravel/framework|symfony/framework",
              "names a web framework"),
          file(
              WEB_APPLICATION,
              0.6,
              "{next,nuxt,vite,svelte,astro,gatsby,remix,vue}*.config.{js,ts,mjs,cjs}",
              "configures a front end"),
          file(WEB_APPLICATION, 0.6, "angular.json", "configures a front end"),
          file(WEB_APPLICATION, 0.6, "manage.py", "Django's own script"),
          file(WEB_APPLICATION, 0.5, "config/routes.rb", "the routes of a Rails application"),
          file(WEB_APPLICATION, 0.5, "*.{jsx,tsx,vue,svelte}", "components of a front end"),
          file(WEB_APPLICATION, 0.35, "package.json", "a package of JavaScript"),
          file(WEB_APPLICATION, 0.5, "index.html", "a page").oftenBeside(),
          file(WEB_APPLICATION, 0.3, "templates/**.html", "templates of pages"),
          file(WEB_APPLICATION, 0.25, "Gemfile", "gems of Ruby"),
          file(WEB_APPLICATION, 0.1, "requirements.txt", "packages of Python"),
          spec(
              WEB_APPLICATION,
              0.55,
              "web ?(app(lication)?|site|shop|page)s?\\b|front-?end\\b|single.page app",
              "speaks of the web"),
          file(SYSTEM_DEPLOYMENT, 0.8, "*_deployment_*.md", "a plan of a deployment"),
          file(SYSTEM_DEPLOYMENT, 0.55, "*.service", "a unit of systemd").oftenBeside(),
          text(
                  SYSTEM_DEPLOYMENT,
                  0.6,
                  YAML,
                  "\\A(?=[\\s\\S]*^apiVersion:)(?=[\\s\\S]*^kind:)",
                  "a Kubernetes manifest")
              .oftenBeside(),
          file(SYSTEM_DEPLOYMENT, 0.55, "Chart.yaml", "a Helm chart").oftenBeside(),
          file(SYSTEM_DEPLOYMENT, 0.55, "{docker-,}compose*.{yaml,yml}", "a compose file")
              .oftenBeside(),
          file(SYSTEM_DEPLOYMENT, 0.5, "{inventory,hosts}{,.ini,.yml,.yaml}", "hosts of Ansible")
              .oftenBeside(),
          file(SYSTEM_DEPLOYMENT, 0.4, "inventories/**", "hosts of Ansible").oftenBeside(),
          text(SYSTEM_DEPLOYMENT, 0.3, YAML, "^\\s*-? *hosts: ", "an Ansible playbook")
              .oftenBeside(),
          file(SYSTEM_DEPLOYMENT, 0.3, "{nginx,haproxy}*.c{onf,fg}", "a proxy's configuration")
              .oftenBeside(),
          spec(
              SYSTEM_DEPLOYMENT,
              0.55,
              "deploy(ment|s|ed|ing)? (of|to|on|onto|the) |set up (the |a )?servers?\\b|systemd\\b",
              "speaks of a deployment"),
          text(
              DATA_PIPELINE,
              0.7,
              PYTHON,
              "\\b(apache-airflow|prefect|dagster|luigi|pyspark|kedro|apache-beam|dbt-core|dlt"
                  + "|great.expectations)\\b",
              "names a program for pipelines"),
          file(DATA_PIPELINE, 0.65, "dags/**.py", "a DAG of Airflow"),
          file(DATA_PIPELINE, 0.6, "airflow.cfg", "configures Airflow"),
          file(DATA_PIPELINE, 0.75, "dbt_project.yml", "a project of dbt"),
          file(DATA_PIPELINE, 0.6, "dvc.yaml", "stages of DVC"),
          file(
              DATA_PIPELINE,
              0.5,
              "{*_etl,*-etl,etl,etl_*,etl-*}.{py,sql,sh,scala,java}",
              "an ETL job"),
          file(DATA_PIPELINE, 0.45, "etl/**", "a folder of ETL jobs"),
          file(DATA_PIPELINE, 0.45, "{*_,*-,}pipeline{s,}.{py,sql,scala}", "a pipeline"),
          file(DATA_PIPELINE, 0.4, "pipelines/**.{py,sql,scala,yaml,yml}", "a folder of pipelines"),
          files(DATA_PIPELINE, 0.4, 20, "data/**.{csv,tsv,parquet,avro,jsonl,json}", "much data"),
          files(DATA_PIPELINE, 0.3, 3, "migrations/**.sql", "migrations of a schema"),
          spec(
              DATA_PIPELINE,
              0.55,
              "data pipelines?\\b|ETL\\b|data (warehouse|lake)\\b|ingest(s|ion|ing)?\\b",
              "speaks of a data pipeline"),
          file(INFRASTRUCTURE_AS_CODE, 0.75, "*.tf", "Terraform").oftenBeside(),
          file(INFRASTRUCTURE_AS_CODE, 0.5, "terragrunt.hcl", "Terragrunt"),
          file(INFRASTRUCTURE_AS_CODE, 0.8, "Pulumi.{yaml,yml}", "a project of Pulumi"),
          file(INFRASTRUCTURE_AS_CODE, 0.7, "cdk.json", "an application of the AWS CDK"),
          file(INFRASTRUCTURE_AS_CODE, 0.7, "*.bicep", "Bicep").oftenBeside(),
          text(
              INFRASTRUCTURE_AS_CODE,
              0.75,
              "*.{yaml,yml,json,template}",
              "AWSTemplateFormatVersion|\"?Type\"?: *\"?AWS::[A-Z]",
              "a CloudFormation template"),
          file(INFRASTRUCTURE_AS_CODE, 0.5, "roles/*/tasks/main.{yml,yaml}", "a role of Ansible")
              .oftenBeside(),
          file(INFRASTRUCTURE_AS_CODE, 0.4, "{ansible.cfg,galaxy.yml}", "configures Ansible")
              .oftenBeside(),
          text(INFRASTRUCTURE_AS_CODE, 0.3, YAML, "^\\s*-? *hosts: ", "an Ansible playbook")
              .oftenBeside(),
          spec(
              INFRASTRUCTURE_AS_CODE,
              0.55,
              "terraform\\b|cloudformation\\b|pulumi\\b|infrastructure.as.code",
              "speaks of infrastructure as code"),
          file(
              CODE_PROJECT,
              0.5,
              "{pom.xml,build.gradle,build.gradle.kts,Cargo.toml,go.mod,setup.py,pyproject.toml"
                  + ",CMakeLists.txt,Makefile,meson.build,*.csproj,*.sln,mix.exs,Package.swift"
                  + ",build.sbt,*.cabal,composer.json,*.gemspec}",
              "builds a program"),
          text(
              CODE_PROJECT,
              0.4,
              "package.json",
              "\"(bin|exports|main|module|types)\"\\s*:",
              "builds a library or a program"),
          spec(
              CODE_PROJECT,
              0.4,
              "(command.line|cli) (tool|program|application)\\b|librar(y|ies)\\b|compiler\\b",
              "speaks of a program"));

  private TypeSigns() {}
}
