using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What a link officer's overview counts by, the indexes that the session needs, and one command for the access log.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261203010000_AddReportFacts")]
public sealed class AddReportFacts : SqlMigration;
