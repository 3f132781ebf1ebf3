using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Roles, row-level security and who may do what to which table.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261120000002_Walls")]
public sealed class Walls : SqlMigration;
