import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`changes\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sequence\` numeric,
  	\`pending\` integer,
  	\`of\` text NOT NULL,
  	\`document\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`slug\` text,
  	\`kind\` text NOT NULL,
  	\`locales\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`digest\` text,
  	\`state\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`changes_sequence_idx\` ON \`changes\` (\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`changes_pending_idx\` ON \`changes\` (\`pending\`);`)
  await db.run(sql`CREATE INDEX \`changes_slug_idx\` ON \`changes\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`document_of_revision_idx\` ON \`changes\` (\`document\`,\`of\`,\`revision\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`changes\`;`)
}
