using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>The life of a plan: draft, agreed, active, closed; and the plan it follows.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261201030000_AddPlanStates")]
public sealed class AddPlanStates : SqlMigration;
