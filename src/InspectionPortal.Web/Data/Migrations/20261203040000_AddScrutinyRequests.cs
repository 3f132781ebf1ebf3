using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What link officers ask, and the answers.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261203040000_AddScrutinyRequests")]
public sealed class AddScrutinyRequests : SqlMigration;
