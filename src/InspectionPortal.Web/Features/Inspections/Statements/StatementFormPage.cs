using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Inspections.Statements;

public sealed class StatementFormPage : FormPage
{
    /// <summary>Grades to choose from, the best first; empty where the grade is typed.</summary>
    public required IReadOnlyList<SelectListItem> Grades { get; init; }
}
