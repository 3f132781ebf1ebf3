using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>A number for each partnership that grows with every change of what its pages show.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261207030000_AddPageRevisions")]
public sealed class AddPageRevisions : SqlMigration;
