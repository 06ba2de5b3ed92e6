using System;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Analysis.Metering;

/// <summary>
/// Makes a <see cref="MeteredStart"/> on which <c>TryGetValue</c> works: what it calls is internal to the compiler, and throws unless it is overridden.
/// Other packages call it in every callback of theirs. So a type that does is made at run time.
/// </summary>
internal static class SharedValues
{
    private const string Core = "TryGetValueCore";

    private static readonly Type Made = Make();

    public static MeteredStart Around(MeteredRule meter, CompilationStartAnalysisContext inner) =>
        (MeteredStart)Activator.CreateInstance(Made, meter, inner)!;

    private static Type Make()
    {
        var original = typeof(CompilationStartAnalysisContext).GetMethod(Core, BindingFlags.Instance | BindingFlags.NonPublic)!;
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("IntegrationAnalyzers.Corpus.SharedValues"), AssemblyBuilderAccess.Run);
        var module = assembly.DefineDynamicModule("SharedValues");
        var mark = Mark(module).GetConstructor([typeof(string)])!;
        foreach (var seen in new[] { typeof(CompilationStartAnalysisContext), typeof(MeteredStart) })
            assembly.SetCustomAttribute(new CustomAttributeBuilder(mark, [seen.Assembly.GetName().Name!]));

        var type = module.DefineType("SharingStart", TypeAttributes.Public | TypeAttributes.Class, typeof(MeteredStart));
        Constructor(type);
        var method = type.DefineMethod(Core, MethodAttributes.Assembly | MethodAttributes.Virtual | MethodAttributes.HideBySig);
        var names = original.GetGenericArguments();
        var generic = method.DefineGenericParameters([.. names.Select(static name => name.Name)]);
        for (var i = 0; i < names.Length; i++)
            generic[i].SetGenericParameterAttributes(names[i].GenericParameterAttributes);

        var bound = original.MakeGenericMethod([.. generic]);
        method.SetReturnType(typeof(bool));
        method.SetParameters(
            generic[0],
            original.GetParameters()[1].ParameterType.GetGenericTypeDefinition().MakeGenericType([.. generic]),
            generic[1].MakeByRefType());
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(MeteredStart).GetProperty(nameof(MeteredStart.Inner))!.GetMethod!);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Ldarg_3);
        code.Emit(OpCodes.Callvirt, bound);
        code.Emit(OpCodes.Ret);
        return type.CreateType();
    }

    private static void Constructor(TypeBuilder type)
    {
        var inherited = typeof(MeteredStart).GetConstructors().Single();
        var code = type
            .DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [.. inherited.GetParameters().Select(static p => p.ParameterType)])
            .GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Call, inherited);
        code.Emit(OpCodes.Ret);
    }

    /// <summary>The runtime knows the attribute by its name; nobody declares it.</summary>
    private static Type Mark(ModuleBuilder module)
    {
        var type = module.DefineType("System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute", TypeAttributes.Public, typeof(Attribute));
        var code = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(string)]).GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(Attribute).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [])!);
        code.Emit(OpCodes.Ret);
        return type.CreateType();
    }
}
