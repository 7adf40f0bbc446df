package dev.orc.activities.plan.detect;

import static dev.orc.activities.plan.detect.Sign.file;
import static dev.orc.activities.plan.detect.Sign.spec;
import static dev.orc.activities.plan.detect.Sign.text;
import static dev.orc.activities.plan.detect.Trait.DATABASE;
import static dev.orc.activities.plan.detect.Trait.SENSITIVE;
import static dev.orc.activities.plan.detect.Trait.WATCHED;

import java.util.List;

/** The signs that traits are told by; the first that is seen is enough. Immutable. */
final class TraitSigns {
  static final List<Sign<Trait>> TABLE =
      List.of(
          file(
              DATABASE,
              1,
              "{schema.prisma,alembic.ini,knexfile.*,ormconfig.*,flyway.conf,liquibase.properties"
                  + ",database.yml,mongod.conf,postgresql.conf,my.cnf,dbt_project.yml}",
              "configures a database"),
          file(DATABASE, 1, "{migrations,db/migrate,db/migration}/**", "changes of a schema"),
          text(
              DATABASE,
              1,
              "{docker-,}compose*.{yaml,yml}",
              "image: *[\"']?[\\w./-]*(postgres|mysql|mariadb|mongo|mssql|cassandra|clickhouse"
                  + "|cockroach)",
              "runs a database"),
          text(
              DATABASE,
              1,
              "{package.json,requirements*.txt,pyproject.toml,Pipfile,Gemfile,pom.xml,build.gradle"
                  + ",build.gradle.kts,go.mod,Cargo.toml,composer.json}",
              "\"(pg|mysql2?|mongoose|mongodb|sequelize|typeorm|prisma)\"|\\b(psycopg2?|mysqlclient"
                  + "|pymongo|sqlalchemy|asyncpg)\\b|gem ['\"](pg|mysql2|mongoid)|org\\.postgresql"
                  + "|mysql-connector|mongodb-driver|lib/pq|jackc/pgx|gorm\\.io|^(sqlx|diesel)\\b",
              "names a database's driver"),
          text(
              DATABASE,
              1,
              "{.env.example,.env.sample,.env.dist,application*.properties,application*.yml"
                  + ",appsettings*.json,settings.py}",
              "DATABASE_URL|jdbc:|ConnectionStrings|DATABASES *=|datasource",
              "configures a database"),
          text(
              DATABASE,
              1,
              "*.tf",
              "\"(aws_db_instance|aws_rds_|google_sql_|azurerm_.*sql)",
              "a database"),
          spec(
              DATABASE,
              1,
              "databases?\\b|postgres(ql)?\\b|mysql\\b|mariadb\\b|mongodb\\b|sqlite\\b",
              "names a database"),
          spec(SENSITIVE, 1, "production\\b(?!.(ready|quality|grade|code))", "names production"),
          spec(
              SENSITIVE,
              1,
              "sensitive\\b|personal data\\b|PII\\b|credit cards?\\b|payments?\\b|patients?\\b"
                  + "|medical\\b|confidential\\b",
              "names sensitive data"),
          spec(
              SENSITIVE,
              1,
              "complian(ce|t)\\b|GDPR\\b|DSGVO\\b|HIPAA\\b|PCI.?DSS\\b|SOC ?2\\b|ISO.?27001\\b",
              "names compliance"),
          file(
              SENSITIVE,
              1,
              "{docker-,}compose*{prod,production}*.{yaml,yml}",
              "describes production"),
          file(
              SENSITIVE,
              1,
              "{environments,envs,overlays,inventories,group_vars}/prod{,uction}{/**,.tfvars,.yml,.yaml}",
              "describes production"),
          spec(
              WATCHED,
              1,
              "SLAs?\\b|SLOs?\\b|service.level (agreement|objective)s?|99\\.9+ ?%|uptime\\b",
              "names an SLA"));

  private TraitSigns() {}
}
