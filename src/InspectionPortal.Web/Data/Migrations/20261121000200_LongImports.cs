using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Large files are brought in and undone by a job.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261121000200_LongImports")]
public sealed class LongImports : SqlMigration;
