import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`slug\` text,
  	\`kind\` text NOT NULL,
  	\`locales\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`digest\` text,
  	\`content\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`publications_slug_idx\` ON \`publications\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`document_of_revision_1_idx\` ON \`publications\` (\`document\`,\`of\`,\`revision\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`publications\`;`)
}
