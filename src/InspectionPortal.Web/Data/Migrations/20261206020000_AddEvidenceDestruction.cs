using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Files of evidence that two people destroyed under the retention schedule.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261206020000_AddEvidenceDestruction")]
public sealed class AddEvidenceDestruction : SqlMigration;
