using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Quartz is gone. Hangfire's package makes the schema that takes its place: see <see cref="InspectionPortal.Web.Jobs.JobSchema"/>.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129010000_DropQuartz")]
public sealed class DropQuartz : SqlMigration;
