using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What the virus scanner said, what a zip holds, and where evidence comes from. Nothing is released before it is clean.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261205010000_AddEvidenceChecks")]
public sealed class AddEvidenceChecks : SqlMigration;
