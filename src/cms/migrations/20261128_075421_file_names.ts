import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`publications\` ADD \`filename\` text;`)
  await db.run(sql`CREATE INDEX \`publications_filename_idx\` ON \`publications\` (\`filename\`);`)
  await db.run(sql`UPDATE \`publications\` SET \`filename\` = json_extract(\`content\`, '$.filename') WHERE \`content\` IS NOT NULL;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`publications_filename_idx\`;`)
  await db.run(sql`ALTER TABLE \`publications\` DROP COLUMN \`filename\`;`)
}
