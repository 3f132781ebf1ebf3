using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Evidence that was withdrawn, and files that were received and are not evidence yet.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261205020000_AddEvidenceWithdrawal")]
public sealed class AddEvidenceWithdrawal : SqlMigration;
