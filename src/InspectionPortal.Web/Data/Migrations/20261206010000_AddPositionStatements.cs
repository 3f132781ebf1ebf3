using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What a partnership says of each recommendation, over time.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261206010000_AddPositionStatements")]
public sealed class AddPositionStatements : SqlMigration;
