using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Measurement for improvement: charts and how they are read, tests of change, answers to signals, figures of updates.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261121000070_MeasuresInFull")]
public sealed class MeasuresInFull : SqlMigration;
