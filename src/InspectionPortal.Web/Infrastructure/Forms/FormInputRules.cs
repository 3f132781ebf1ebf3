using System.Globalization;
using FluentValidation;
using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>Rules that most forms share, each with a message that says how to put it right.</summary>
public static class FormInputRules
{
    public static IRuleBuilderOptions<T, string?> Required<T>(this IRuleBuilder<T, string?> rule, string message) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(message);

    public static IRuleBuilderOptions<T, string?> MaxLength<T>(this IRuleBuilder<T, string?> rule, int limit) =>
        rule.Must(text => text is null || text.Length <= limit).WithMessage(TypedInput.TooLong(limit));

    public static IRuleBuilderOptions<T, string?> IsDate<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || TypedInput.Date(text) is not null).WithMessage(TypedInput.DateMessage);

    public static IRuleBuilderOptions<T, string?> IsNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || TypedInput.Number(text) is not null).WithMessage(TypedInput.NumberMessage);

    /// <summary>At most so many lines, none too long.</summary>
    public static IRuleBuilderOptions<T, string?> MaxLines<T>(this IRuleBuilder<T, string?> rule, int most, int limit) =>
        rule.Must(text => TypedInput.Lines(text).Count <= most).WithMessage($"{{PropertyName}}: enter at most {most} lines")
            .Must(text => TypedInput.Lines(text).All(line => line.Length <= limit))
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"{{PropertyName}}: shorten each line to {limit:N0} characters or fewer"));
}
