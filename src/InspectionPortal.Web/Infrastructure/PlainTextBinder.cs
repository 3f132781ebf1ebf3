using InspectionPortal.Domain.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>
/// Reads every text field the same way: outer space trimmed, line ends as one character, control characters and marks without width that no
/// keyboard types (and that PostgreSQL cannot keep) left out, blank as null. Passwords are taken to the letter.
/// </summary>
public sealed class PlainTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var values = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (values == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, values);
        var verbatim = bindingContext.ModelMetadata.DataTypeName == "Password";
        bindingContext.Result = ModelBindingResult.Success(verbatim ? values.FirstValue : TypedInput.Clean(values.FirstValue));
        return Task.CompletedTask;
    }
}
