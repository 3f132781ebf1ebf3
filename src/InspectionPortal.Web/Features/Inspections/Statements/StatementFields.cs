using FluentValidation;
using InspectionPortal.Domain.Inspections;
using InspectionPortal.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>The fields of writing and editing a position statement.</summary>
public abstract class StatementFields : FormFields
{
    /// <summary>The recommendation; from the address or the stored statement, never bound.</summary>
    [BindNever]
    public Guid RecommendationId { get; set; }

    public string? AsAt { get; set; }
    public string? HowWell { get; set; }
    public string? HowKnown { get; set; }
    public string? WhatNext { get; set; }
    public string? Grade { get; set; }

    public StatementFormPage Choices() => (StatementFormPage)RequiredPage();
}

internal sealed class StatementRules<T> : AbstractValidator<T>
    where T : StatementFields
{
    public StatementRules()
    {
        RuleFor(c => c.AsAt).Required("Enter the date on which this is so").IsDate();
        RuleFor(c => c.HowWell).MaxLength(PositionStatement.TextMaxLength);
        RuleFor(c => c.HowKnown).MaxLength(PositionStatement.TextMaxLength);
        RuleFor(c => c.WhatNext).MaxLength(PositionStatement.TextMaxLength);
        RuleFor(c => c.Grade).MaxLength(PositionStatement.GradeMaxLength);
        RuleFor(c => c).Must(c => new[] { c.HowWell, c.HowKnown, c.WhatNext, c.Grade }.Any(t => !string.IsNullOrWhiteSpace(t)))
            .OverridePropertyName(nameof(StatementFields.HowWell)).WithMessage("Answer one of the questions, or choose a grade");
    }
}
